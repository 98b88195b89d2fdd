namespace GdprKit.Conformance;

/// <summary>Somebody whom an application writes to, known by a text.</summary>
/// <remarks>
/// Reading <see cref="Mail"/> fails for <see cref="Unreadable"/>, as it does where an application cannot open what it has sealed. A store that reads past
/// the class maps a converter that fails in the same way.
/// </remarks>
public sealed class Correspondent
{
    private string? _mail;

    /// <summary>What is stored for an address that cannot be read.</summary>
    public static string Unreadable => "sealed with a key that is gone";

    /// <summary>The primary key. No two differ in case, accents or trailing blanks only, so that any collation can hold them.</summary>
    public string Code { get; set; } = "";

    /// <summary>Who it is.</summary>
    public CorrespondentRole Role { get; set; }

    /// <summary>Where they get mail.</summary>
    public string? Mail
    {
        get => _mail == Unreadable ? throw new InvalidOperationException("An address cannot be opened.") : _mail;
        set => _mail = value;
    }

    /// <summary>The tag of the language that they read.</summary>
    public string? Speaks { get; set; }

    /// <summary>The first part of the name.</summary>
    public string? Given { get; set; }

    /// <summary>The last part of the name.</summary>
    public string? Family { get; set; }

    /// <summary>The street with the number.</summary>
    public string? Street { get; set; }

    /// <summary>What stands below the street.</summary>
    public string? Addition { get; set; }

    /// <summary>The postal code, as a number.</summary>
    public int? Postcode { get; set; }

    /// <summary>The place.</summary>
    public string? Town { get; set; }

    /// <summary>The region.</summary>
    public string? Province { get; set; }

    /// <summary>The country.</summary>
    public string? Land { get; set; }

    /// <summary>Whether the application hides the row, as a soft delete does. Where a store has such a filter, the fixture switches it on.</summary>
    public bool IsHidden { get; set; }
}
