namespace GdprKit;

/// <summary>How a host is held to declaring the personal data that it stores (Art. 25(2)).</summary>
public sealed class CoverageOptions
{
    /// <summary>What happens at start when something is undeclared.</summary>
    /// <value>
    /// The default is <see cref="CoverageEnforcement.Unspecified"/>: a refusal; a warning in the environment Development, when the adapter
    /// of a store looks which environment it is, as that of Entity Framework Core does.
    /// </value>
    public CoverageEnforcement Enforcement { get; set; }
}
