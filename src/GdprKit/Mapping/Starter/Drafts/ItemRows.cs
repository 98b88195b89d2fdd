namespace GdprKit.Mapping;

/// <summary>Rows with a period of their own: what somebody bought goes when it is old, not when they stop buying.</summary>
internal static class ItemRows
{
    /// <summary>The rows of what people of a group do, where that shows that they are still there.</summary>
    public static IReadOnlyList<DatedRow> Of(PeopleGroup group, IReadOnlyList<DatedRow> dated, Findings findings) =>
    [
        .. dated.Where(row => group.Clock.Events.Any(what => what.Key == row.Topic.Latest!.Key)
            && findings.PeopleBehind(row.Entity).Any(people => group.Kinds.Contains(people.Kind.Key))),
    ];
}
