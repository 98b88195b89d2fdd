namespace GdprKit.Mapping;

/// <summary>What becomes of a row that refers to another when that other row goes.</summary>
public enum ReferenceDeletion
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>The other row cannot go while a row refers to it.</summary>
    Restrict,

    /// <summary>It goes as well.</summary>
    Cascade,

    /// <summary>It stays and refers to nothing any more.</summary>
    SetNull,
}
