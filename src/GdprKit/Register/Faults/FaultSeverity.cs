namespace GdprKit;

/// <summary>How serious a fault is.</summary>
public enum FaultSeverity
{
    /// <summary>Nothing was said; treated as an error.</summary>
    Unspecified = 0,

    /// <summary>The register can be used; somebody should look at it.</summary>
    Warning,

    /// <summary>The register cannot be used.</summary>
    Error,
}
