namespace GdprKit;

/// <summary>How a host is held to declaring the personal data that it stores (Art. 25(2)).</summary>
public sealed class CoverageOptions
{
    /// <summary>What happens at start when something is undeclared.</summary>
    /// <value>
    /// The default is <see cref="CoverageEnforcement.Unspecified"/>: a warning in the environment Development, a refusal elsewhere,
    /// also where no environment is known.
    /// </value>
    public CoverageEnforcement Enforcement { get; set; }
}
