namespace GdprKit;

/// <summary>What a host does at start when personal data is undeclared.</summary>
public enum CoverageEnforcement
{
    /// <summary>Nothing was said: <see cref="Refuse"/>; <see cref="Warn"/> in the environment Development, where an adapter looks which it is: that of Entity Framework Core does.</summary>
    Unspecified = 0,

    /// <summary>Logs a warning for every finding, and starts.</summary>
    Warn,

    /// <summary>Does not start, and tells every finding.</summary>
    Refuse,
}
