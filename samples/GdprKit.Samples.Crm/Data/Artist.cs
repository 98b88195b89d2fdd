namespace GdprKit.Samples.Crm.Data;

/// <summary>A musician or a group.</summary>
public sealed class Artist
{
    public int ArtistId { get; set; }

    public string? Name { get; set; }
}
