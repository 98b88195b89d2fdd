namespace GdprKit;

/// <summary>What GdprKit itself uses a field for.</summary>
public enum FieldRole
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>The address to which notices and letters go.</summary>
    EmailAddress,

    /// <summary>The day of birth, for ages (Art. 8) and periods that end at an age.</summary>
    BirthDate,
}
