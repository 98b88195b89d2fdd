namespace GdprKit;

/// <summary>A retention rule with the activity it belongs to and where it stands.</summary>
internal sealed record DeclaredRule(ProcessingActivity Activity, RetentionRule Rule)
{
    public string Path => RegisterPath.Of(Activity, Rule);

    /// <summary>Where its term stands.</summary>
    public string TermPath => $"{Path}/{RegisterPath.PropertyOf(Rule.Term)}";

    /// <summary>The categories it is about: its own, or all of its activity.</summary>
    public IEnumerable<Key<DataCategory>> Categories => Rule.Categories.IsEmpty ? Activity.Categories : Rule.Categories;

    /// <summary>The single ends that its term is made of, each with where it stands.</summary>
    public IEnumerable<DeclaredEnd> Ends => Rule.Term switch
    {
        RetentionTerm.After end => [new(TermPath, end)],
        RetentionTerm.LatestOf latest => latest.Terms.Select((end, index) => new DeclaredEnd($"{TermPath}/{index}", end)),
        _ => [],
    };

    /// <summary>The events it refers to, each with where that stands.</summary>
    public IEnumerable<DeclaredReference> Events => Rule.Term is RetentionTerm.UntilAge age
        ? [new($"{TermPath}/birthDate", age.BirthDate)]
        : Ends.SelectMany(end => end.End.Events
            .Select((key, index) => new DeclaredReference($"{end.Path}/events/{index}", key))
            .Concat(end.End.Fallback is { } fallback ? [new($"{end.Path}/fallback", fallback)] : []));

    public static IEnumerable<DeclaredRule> AllOf(RegisterDeclarations register) =>
        register.Activities.SelectMany(activity => activity.Retention.Select(rule => new DeclaredRule(activity, rule)));

    public bool Covers(Key<DataCategory> category) => Rule.Categories.IsEmpty || Rule.Categories.Contains(category);
}
