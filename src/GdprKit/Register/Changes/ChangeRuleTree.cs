namespace GdprKit;

/// <summary>The rules by the place they are about: a branch for each property, and one for every key or item.</summary>
internal sealed class ChangeRuleTree
{
    private readonly Dictionary<string, ChangeRuleTree> _properties = new(StringComparer.Ordinal);

    private ChangeRuleTree()
    {
    }

    public static ChangeRuleTree Root { get; } = Grow();

    /// <summary>The rule about exactly this place.</summary>
    public ChangeRule? Rule { get; private set; }

    /// <summary>The rules about what a map or a list holds.</summary>
    public ChangeRuleTree? Items { get; private set; }

    /// <summary>Whether no rule is about a part of this place.</summary>
    public bool IsLeaf => Items is null && _properties.Count == 0;

    /// <summary>The rules about a property; <see langword="null"/> when there are none, neither about it nor about its parts.</summary>
    public ChangeRuleTree? Property(string name) => Items ?? _properties.GetValueOrDefault(name);

    private static ChangeRuleTree Grow()
    {
        var root = new ChangeRuleTree();
        foreach (var rule in ChangeRules.Table)
        {
            rule.Pattern.Split('/').Skip(1).Aggregate(root, (place, segment) => place.Branch(segment)).Rule = rule;
        }

        return root;
    }

    private ChangeRuleTree Branch(string segment)
    {
        if (segment == "*")
        {
            return Items ??= new ChangeRuleTree();
        }

        return _properties.TryGetValue(segment, out var existing) ? existing : _properties[segment] = new ChangeRuleTree();
    }
}
