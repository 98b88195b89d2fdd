namespace GdprKit;

/// <summary>What becomes of the value of one field when nothing needs it any more.</summary>
public enum FieldDisposal
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>
    /// It goes when the row goes, and not before: it is part of the key by which the row is known, it says whose the row is, or it refers
    /// to another row and cannot be empty.
    /// </summary>
    WithRow,

    /// <summary>It is emptied.</summary>
    Emptied,

    /// <summary>It is replaced by a value that says nothing about anybody, because the field cannot be empty or must not be recognisable.</summary>
    Replaced,
}
