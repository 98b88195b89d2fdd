using GdprKit.Samples.Crm.Data;
using NodaTime;

namespace GdprKit.Samples.Crm.Generation;

/// <summary>Makes the file of a generated shop: Chinook as it is, and what is invented beside it.</summary>
internal static class GeneratedDatabase
{
    /// <summary>Makes the file, or leaves what was there as it was.</summary>
    /// <param name="path">The file; one that is there is replaced at the end.</param>
    /// <param name="from">The first day of the shop. The last one is that on which Chinook sold something last.</param>
    /// <param name="size">How large the shop is.</param>
    /// <param name="seed">The same seed makes the same shop.</param>
    /// <param name="written">Is told now and then how many rows there are.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="CrmDatabaseException">The file cannot be made.</exception>
    public static void Make(string path, LocalDate from, ShopSize size, ulong seed, Action<long> written, CancellationToken cancellationToken)
    {
        var part = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            var database = new CrmDatabase(part);
            database.Prepare();
            using (var shop = new ShopWriter(database.ConnectionString, written))
            {
                new ShopHistory(size, shop, seed).Live(new ShopSeason(from, shop.LastSale), cancellationToken);
                shop.Finish();
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CrmDatabaseException($"The database cannot be made at '{path}': {fault.Message} Name a file in a folder that you may write to.", fault);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
