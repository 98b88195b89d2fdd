using GdprKit.Samples.Crm.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Pages;

public sealed class IndexModel(CrmDbContext db) : PageModel
{
    private const int Shown = 8;

    public int Tracks { get; private set; }

    public int Artists { get; private set; }

    public IReadOnlyList<BestSeller> BestSellers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Tracks = await db.Tracks.CountAsync(cancellationToken);
        Artists = await db.Artists.CountAsync(cancellationToken);
        BestSellers = await db.InvoiceLines
            .Where(line => line.Track.Album != null)
            .GroupBy(line => new { line.Track.Album!.AlbumId, line.Track.Album.Title, Artist = line.Track.Album.Artist.Name })
            .OrderByDescending(album => album.Sum(line => line.Quantity)).ThenBy(album => album.Key.Title)
            .Take(Shown)
            .Select(album => new BestSeller(album.Key.Title, album.Key.Artist, album.Sum(line => line.Quantity)))
            .ToListAsync(cancellationToken);
    }

    public sealed record BestSeller(string Title, string? Artist, int Sold);
}
