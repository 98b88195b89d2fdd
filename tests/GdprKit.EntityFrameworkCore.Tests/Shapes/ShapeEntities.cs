namespace GdprKit.EntityFrameworkCore.Shapes;

/// <summary>Somebody whose key is a text by a converter, with documents, lists of documents and rows that are owned.</summary>
public sealed class Patient
{
    public PatientCode Code { get; set; }

    /// <summary>A number by a converter that knows not every number.</summary>
    public Urgency? Urgency { get; set; }

    /// <summary>A date by a converter that knows not every number.</summary>
    public DateOnly? SeenOn { get; set; }

    public Contact? Contact { get; set; }

    public List<Visit> Visits { get; } = [];

    public List<Alias> Aliases { get; } = [];
}

public readonly record struct PatientCode(string Text);

public sealed record Urgency(string Word);

/// <summary>A document of JSON.</summary>
public sealed class Contact
{
    public string Email { get; set; } = "";

    public DateTime? AskedAt { get; set; }

    public Place? Place { get; set; }
}

public sealed class Place
{
    public string Street { get; set; } = "";
}

/// <summary>One of a list in a document of JSON.</summary>
public sealed class Visit
{
    public DateTime At { get; set; }

    public string Note { get; set; } = "";
}

/// <summary>One of many rows in a table of their own.</summary>
public sealed class Alias
{
    public string Name { get; set; } = "";

    public DateTime? UsedUntil { get; set; }
}

public sealed class Bill
{
    public int Id { get; set; }

    public PatientCode PatientCode { get; set; }

    public string Text { get; set; } = "";
}
