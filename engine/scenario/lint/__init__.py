"""What a scenario that can be played could do better: doors that never open, texts without a voice.

Everything here is judged from what is written, without playing; nothing but warnings comes of it.
"""
