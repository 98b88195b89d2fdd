namespace GdprKit;

/// <summary>A letter to send: to whom, where, and which text goes in it.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record NoticeLetter
{
    /// <summary>The person.</summary>
    public required SubjectId Subject { get; init; }

    /// <summary>The name; empty where the map names no field for it, or the row holds none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The lines of the address above the place, without empty ones.</summary>
    public ValueList<string> AddressLines { get; init; } = [];

    /// <summary>The postal code; empty when there is none.</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>The place; empty when there is none.</summary>
    public string City { get; init; } = "";

    /// <summary>The region; empty when there is none.</summary>
    public string Region { get; init; } = "";

    /// <summary>The country; empty when there is none.</summary>
    public string Country { get; init; } = "";

    /// <summary>The language of the text.</summary>
    public required Language Language { get; init; }

    /// <summary>Where the text stands as a page that can be printed; <see langword="null"/> where no host serves it.</summary>
    public Uri? Text { get; init; }

    /// <summary>Whether it can be sent: there is a line of an address or a place.</summary>
    public bool HasAddress => !AddressLines.IsEmpty || City.Length > 0;

    /// <summary>The kind of the person; name and address are withheld.</summary>
    public override string ToString() => Subject.ToString();
}
