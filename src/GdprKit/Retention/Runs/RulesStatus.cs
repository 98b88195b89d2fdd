namespace GdprKit.Retention;

/// <summary>Whether rules were seen.</summary>
internal enum RulesStatus
{
    /// <summary>None were.</summary>
    Unknown = 0,

    /// <summary>Some were.</summary>
    Seen,
}
