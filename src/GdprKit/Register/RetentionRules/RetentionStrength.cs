namespace GdprKit;

/// <summary>On whose authority a retention period is what it is.</summary>
public enum RetentionStrength
{
    /// <summary>Nothing was said; a register refuses it.</summary>
    Unspecified = 0,

    /// <summary>The controller chose it.</summary>
    Own,

    /// <summary>An authority or a professional body recommends it.</summary>
    Guideline,

    /// <summary>A law sets it.</summary>
    Statute,
}
