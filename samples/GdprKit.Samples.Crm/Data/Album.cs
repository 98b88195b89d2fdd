namespace GdprKit.Samples.Crm.Data;

/// <summary>A record with tracks.</summary>
public sealed class Album
{
    public int AlbumId { get; set; }

    public required string Title { get; set; }

    public int ArtistId { get; set; }

    public Artist Artist { get; set; } = null!;
}
