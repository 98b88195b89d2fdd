namespace GdprKit;

/// <summary>What becomes of the value of one field when nothing needs it any more.</summary>
public enum FieldDisposal
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>
    /// It goes when the row goes, and not before: it is part of the key by which the row is known, it says whose the row is, it refers
    /// to another row and cannot be empty, or a map reads it to know when a period begins or whether an activity is about a row.
    /// </summary>
    WithRow,

    /// <summary>It is emptied.</summary>
    Emptied,

    /// <summary>It is replaced by a value that says nothing about anybody, because the field cannot be empty or must not be recognisable.</summary>
    Replaced,
}
