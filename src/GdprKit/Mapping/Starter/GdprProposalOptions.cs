namespace GdprKit;

/// <summary>How the classes of a proposal are named.</summary>
public sealed record GdprProposalOptions
{
    /// <summary>What their names begin with: <c>Crm</c> gives <c>CrmKeys</c>, <c>CrmRegister</c> and <c>CrmGdpr</c>.</summary>
    /// <value>The default is the name of the store, without <c>DbContext</c> or <c>Context</c> behind it.</value>
    public string? Name { get; init; }

    /// <summary>Their namespace.</summary>
    /// <value>The default is <c>Gdpr</c> within the namespace of the context or, for another store, of its first class.</value>
    public string? Namespace { get; init; }
}
