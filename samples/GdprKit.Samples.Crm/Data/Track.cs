namespace GdprKit.Samples.Crm.Data;

/// <summary>A piece of music that is for sale.</summary>
public sealed class Track
{
    public int TrackId { get; set; }

    public required string Name { get; set; }

    public int? AlbumId { get; set; }

    public Album? Album { get; set; }
}
