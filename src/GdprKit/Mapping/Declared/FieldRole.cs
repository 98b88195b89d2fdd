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

    /// <summary>The language in which notices and letters go: a language tag (BCP 47) such as <c>nl</c> or <c>nl-BE</c>.</summary>
    Language,
}
