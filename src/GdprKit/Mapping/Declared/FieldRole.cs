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

    /// <summary>A part of the name, for letters; several make the name in the order in which they are declared.</summary>
    PersonName,

    /// <summary>A line of the postal address above the place: street and number, an addition; several are lines in the order in which they are declared.</summary>
    AddressLine,

    /// <summary>The postal code.</summary>
    PostalCode,

    /// <summary>The place.</summary>
    City,

    /// <summary>The region or state, where addresses name one.</summary>
    Region,

    /// <summary>The country.</summary>
    Country,
}
