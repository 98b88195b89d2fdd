using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>An erasure was ordered. With a backup from before, it is repeated by the link of the person; where there was none yet, by the tag.</summary>
/// <param name="On">On which day, where the controller is.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="Kind">The kind of the person.</param>
/// <param name="Request">The request by which the person asked for it; <see langword="null"/> where the controller does so by itself.</param>
/// <param name="Places">Whose answer is needed.</param>
/// <param name="Tag">By what the rows of the person are known again after a restore; <see langword="null"/> without a key ring.</param>
/// <param name="Arrived">A digest of when the row of the person arrived, as its map says; a row that is found by the tag and arrived at another moment is somebody else's.</param>
/// <param name="IsSuppressed">Whether addresses of the person were put on the suppression list.</param>
internal sealed record ErasureOrdered(
    LocalDate On, Key<Operator> By, Key<SubjectKind> Kind, EntryId? Request, ValueList<ErasurePlaceState> Places, MatchTag? Tag, Digest? Arrived, bool IsSuppressed);
