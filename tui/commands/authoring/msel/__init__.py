"""Lists of injects to and from other programs: MSEL as CSV and XLSX, and CEXF."""
