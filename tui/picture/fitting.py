"""Cards as they stand now: with the words that fit, and with what their fields offer."""

from tui.picture.data import Form, Scene, View


def fitted(scene: Scene, view: View) -> Scene:
    """The scene, its cards with what the view says of them in place of what never changes."""
    changed = {
        id: _fitted(form, view, id)
        for id, form in scene.cards.items()
        if id in view.said or id in view.narrowed
    }
    return scene.model_copy(update={"cards": {**scene.cards, **changed}}) if changed else scene


def _fitted(form: Form, view: View, id: str) -> Form:
    offered = view.narrowed.get(id, {})
    fields = [
        field.model_copy(update={"choices": offered[field.name]})
        if field.name in offered
        else field
        for field in form.fields
    ]
    return form.model_copy(update={**view.said.get(id, {}), "fields": fields})
