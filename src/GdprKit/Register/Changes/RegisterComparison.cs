namespace GdprKit;

/// <summary>
/// Walks the canonical JSON of two registers side by side and tells every difference in the terms of <see cref="ChangeRules"/>. It is the
/// JSON that is walked, so that a part without a rule is found too.
/// </summary>
internal sealed class RegisterComparison
{
    private readonly ChangeFactory _changes;

    private RegisterComparison(ChangeFactory changes) => _changes = changes;

    public static ValueList<RegisterChange> Of(RegisterPart earlier, RegisterPart later, RegisterDiffOptions options) =>
        new RegisterComparison(new ChangeFactory(earlier.Register, later.Register, options))
            .Compare(ChangeRuleTree.Root, earlier, later, whole: null)
            .OrderBy(change => change.Path, StringComparer.Ordinal)
            .ThenByDescending(change => change is RegisterChange.Removed)
            .ToValueList();

    private IEnumerable<RegisterChange> Compare(ChangeRuleTree? rules, RegisterPart earlier, RegisterPart later, Whole? whole)
    {
        if (earlier.SaysTheSameAs(later))
        {
            return [];
        }

        var isOnOneSide = earlier.IsAbsent || later.IsAbsent;
        if (rules?.Rule is { } rule && (isOnOneSide || rules.IsLeaf))
        {
            return _changes.Of(rule, earlier, later);
        }

        if (rules is null || (rules.Rule is null && isOnOneSide && whole is not null))
        {
            return whole is null ? [ChangeFactory.OfUnknown(earlier, later)] : whole.Changed();
        }

        return CompareParts(rules, earlier, later, whole);
    }

    private IEnumerable<RegisterChange> CompareParts(ChangeRuleTree rules, RegisterPart earlier, RegisterPart later, Whole? outer)
    {
        var whole = rules.Rule switch
        {
            null => outer,
            { Replaced: null } => null,
            _ => new Whole(),
        };
        var changes = Pairs(rules, earlier, later).SelectMany(pair => Compare(pair.Rules, pair.Earlier, pair.Later, whole)).ToList();

        // What came or went together with the whole is told by the whole.
        return rules.Rule is { } rule && whole is { HasChanged: true }
            ? _changes.Of(rule, earlier, later).Concat(changes.Where(change => change is not (RegisterChange.Added or RegisterChange.Removed)))
            : changes;
    }

    private static IEnumerable<(ChangeRuleTree? Rules, RegisterPart Earlier, RegisterPart Later)> Pairs(
        ChangeRuleTree rules, RegisterPart earlier, RegisterPart later) => earlier.IsList || later.IsList
            ? RegisterPart.PairItems(earlier, later, rules.Items?.Rule?.Identity ?? []).Select(pair => (rules.Items, pair.Earlier, pair.Later))
            : earlier.Properties.Union(later.Properties).Select(name =>
                (rules.Property(name), earlier.Property(name, rules.Items is not null), later.Property(name, rules.Items is not null)));

    /// <summary>A part that is told as one thing, whichever of its own parts changed.</summary>
    private sealed class Whole
    {
        public bool HasChanged { get; private set; }

        public IEnumerable<RegisterChange> Changed()
        {
            HasChanged = true;
            return [];
        }
    }
}
