namespace GdprKit.EntityFrameworkCore.Faults;

/// <summary>Whoever brings something to be mended.</summary>
public sealed class Client
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public DateTime SeenAt { get; set; }
}

/// <summary>Brought by one and fetched by another.</summary>
public sealed class Job
{
    public int Id { get; set; }

    public int BringerId { get; set; }

    public Client Bringer { get; set; } = null!;

    public int FetcherId { get; set; }

    public Client Fetcher { get; set; } = null!;

    public string Remark { get; set; } = "";

    public int Number { get; set; }
}

public sealed class Shelf
{
    public int Id { get; set; }

    public string Label { get; set; } = "";
}

public sealed class Tag
{
    public int Id { get; set; }

    public Shelf Shelf { get; set; } = null!;

    public string Text { get; set; } = "";
}
