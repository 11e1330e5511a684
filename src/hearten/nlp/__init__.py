"""Reads text: sentences, language, talk moves, what a message expresses, embeddings."""

from hearten.nlp.encoder import Encoder, Pair
from hearten.nlp.language import detect, is_foreign
from hearten.nlp.sentences import Piece, quoted, split
from hearten.nlp.tagger import EmployeeTags, EncoderTagger, LeaderTags, Tagger
from hearten.nlp.text import to_text

__all__ = ["EmployeeTags", "Encoder", "EncoderTagger", "LeaderTags", "Pair", "Piece", "Tagger", "detect", "is_foreign", "quoted", "split", "to_text"]
