namespace GdprKit.Conformance;

/// <summary>So many rows that nobody wants to hold them all, handed out a few at a time.</summary>
internal static class BigWorld
{
    public const int Visits = 100_000;

    /// <summary>What the rows would take at least, if somebody held them: their text alone.</summary>
    public const long Bytes = Visits * RemarkLength * sizeof(char);

    private const int RemarkLength = 200;

    private const int AtOnce = 1_000;

    /// <summary>All visits are hers.</summary>
    public static SubjectId Visitor => SmallWorld.Ann;

    public static Person Person() => new() { Code = "ann", Name = "Ann" };

    public static IEnumerable<IEnumerable<Visit>> Portions() => Enumerable.Range(1, Visits).Chunk(AtOnce).Select(ids => ids.Select(Visit));

    public static Visit Visit(int id) => new()
    {
        Id = id,
        PersonCode = "ann",
        VisitedOn = new DateOnly(2020, 1, 1).AddDays(id % 2000),
        // Not one text that every row shares.
        Remark = $"{id}".PadLeft(RemarkLength, '.'),
    };
}
