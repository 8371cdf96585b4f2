"""The chosen rows of a list as ids, also when they are more than were ever fetched."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.listing import MOST_IDS
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import translate

if TYPE_CHECKING:
    from laborqa_desktop.views.list_panel import ListPanel


def with_chosen(panel: "ListPanel", desk: Desk, key: str, then: Callable[[list[int]], None]) -> None:
    """Hands over the ids of the chosen rows, at once when all are at hand; nothing happens when none is chosen."""
    places = panel.view.chosen_rows()
    known = [panel.model.known_id(place) for place in places]
    ids = [one for one in known if one is not None]
    if not places:
        return
    if len(ids) == len(places):
        then(ids)
        return
    if places[-1] >= MOST_IDS:
        desk.ask.tell(panel.window(), translate("Chosen", "Too many rows"), fill(translate(
            "Chosen", "At most {most} {most:row|rows} can be worked on at once; nothing was changed. Choose fewer, by "
                      "a filter or by Shift and a click."), most=f"{MOST_IDS:,}"))
        return
    records, query = desk.office.records, panel.model.query

    def work() -> list[int]:
        found = records.ids(key, query)
        return [found[place] for place in places if place < len(found)]

    desk.background.read(work, then)
