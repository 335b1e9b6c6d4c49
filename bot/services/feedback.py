"""Takes what members tell whoever runs the bot about the bot itself. Knows nothing of Discord's forms."""

from msgspec.structs import replace

from bot.errors import EmptyFeedback, TooMuchFeedback
from bot.services.letters import Letters, says_something, tidied
from bot.storage.feedback import KeptThought, Thought

__all__ = ["Feedback", "KeptThought", "Thought"]

LONGEST_TEXT = 2_000


class Feedback(Letters[Thought, KeptThought]):
    """Use cases of feedback. `send` and `check` raise EmptyFeedback and TooMuchFeedback."""

    def clean(self, draft: Thought) -> Thought:
        lines = [tidied(line, LONGEST_TEXT) for line in draft.text.splitlines()]
        text = "\n".join(line for line in lines if line)[:LONGEST_TEXT]
        if not says_something(text):
            raise EmptyFeedback
        return replace(draft, text=text)

    def too_many(self, again_at: int) -> TooMuchFeedback:
        return TooMuchFeedback(again_at)
