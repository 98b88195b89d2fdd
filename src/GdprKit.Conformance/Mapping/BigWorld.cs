namespace GdprKit.Conformance;

/// <summary>So many rows that nobody wants to hold them all, handed out a few at a time.</summary>
internal static class BigWorld
{
    public const int Visits = 100_000;

    /// <summary>What the rows would take at least, if somebody held them: their text alone.</summary>
    public const long Bytes = Visits * RemarkLength * sizeof(char);

    private const int RemarkLength = 200;

    private const int AtOnce = 1_000;

    private const int FewVisits = 20;

    /// <summary>Nearly all visits are hers.</summary>
    public static SubjectId Visitor => SmallWorld.Ann;

    /// <summary>A few visits are his.</summary>
    public static SubjectId OtherVisitor => SmallWorld.Bob;

    public static IEnumerable<object> FewRows() =>
    [
        new Person { Code = "ann", Name = "Ann" }, new Person { Code = "bob", Name = "Bob" },
        .. Enumerable.Range(Visits + 1, FewVisits).Select(Visit).Select(visit =>
        {
            visit.PersonCode = "bob";
            return visit;
        }),
    ];

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
