using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Crash;

/// <summary>What a new process finds after another was killed.</summary>
internal static class Survivors
{
    /// <summary>The customers with their purchases, after every row of theirs was compared with what the ledger holds about them.</summary>
    public static async Task<Dictionary<string, int>> ReadAsync(DbContextOptions<CrashContext> options, CancellationToken cancellationToken)
    {
        await using var context = new CrashContext(options);
        var customers = await context.Customers.AsNoTracking().ToListAsync(cancellationToken);
        var links = await context.Set<EntityFrameworkCore.SubjectLinkRow>().AsNoTracking().ToListAsync(cancellationToken);
        var heads = await context.Set<EntityFrameworkCore.LedgerHeadRow>().AsNoTracking().ToListAsync(cancellationToken);
        var entries = await context.Set<EntityFrameworkCore.LedgerEntryRow>().AsNoTracking().OrderBy(entry => entry.Version).ToListAsync(cancellationToken);
        var details = await context.Set<EntityFrameworkCore.LedgerDetailsRow>().AsNoTracking().Select(row => row.EntryId).ToListAsync(cancellationToken);
        var unordered = await context.Set<EntityFrameworkCore.UnorderedEntryRow>().AsNoTracking().Select(row => row.EntryId).ToListAsync(cancellationToken);
        var ordered = await context.Set<EntityFrameworkCore.OrderedEntryRow>().AsNoTracking().Select(row => row.EntryId).ToListAsync(cancellationToken);

        customers.Select(customer => customer.Name).Should().OnlyHaveUniqueItems("nothing is done twice");
        links.Select(link => link.SubjectKey).Should().BeEquivalentTo(customers.Select(customer => customer.Id.ToString(CultureInfo.InvariantCulture)), "every customer is linked, and nobody else");
        heads.Should().HaveCount(customers.Count, "every customer has one head");
        var refs = links.ToDictionary(link => link.SubjectKey, link => Convert.ToHexString(link.Subject));
        var versions = heads.ToDictionary(head => Convert.ToHexString(head.Subject), head => head.Version);
        var told = entries.GroupBy(entry => Convert.ToHexString(entry.Subject)).ToDictionary(stream => stream.Key, stream => stream.ToList());
        foreach (var customer in customers)
        {
            var subject = refs[customer.Id.ToString(CultureInfo.InvariantCulture)];
            versions[subject].Should().Be(customer.Purchases, "row and head were written together");
            told[subject].Select(entry => Encoding.UTF8.GetString(entry.Facts)).Should().Equal(
                Enumerable.Range(1, customer.Purchases).Select(number => $$"""{"number":{{number}}}"""), "row and entries were written together");
            told[subject].Select(entry => entry.RecordedAt).Should().BeInAscendingOrder("also when the clock went back");
        }

        entries.Should().HaveCount(customers.Sum(customer => customer.Purchases), "no entry is about nobody");
        var ids = entries.ConvertAll(entry => Convert.ToHexString(entry.EntryId));
        unordered.Concat(ordered).Select(Convert.ToHexString).Should().BeEquivalentTo(ids, "every entry has a place in the order or waits for one, and none does both");
        details.ConvertAll(Convert.ToHexString).Should().BeEquivalentTo(ids, "every entry has its details");
        return customers.ToDictionary(customer => customer.Name, customer => customer.Purchases);
    }
}
