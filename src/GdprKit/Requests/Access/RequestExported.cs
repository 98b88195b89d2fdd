using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>An export was made: how much of what, and until when it is kept. Not whose, and not what it says.</summary>
internal sealed record RequestExported(
    LocalDate On, Key<Operator>? By, EntryId Export, RightsRequestKind Right, Digest Digest, Instant Until, int Tables, long Rows, int Files, long Withheld, ValueList<Key<ManualStore>> Elsewhere)
    : IRequestFacts;
