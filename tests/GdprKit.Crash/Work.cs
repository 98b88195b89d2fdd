using Microsoft.EntityFrameworkCore;

namespace GdprKit.Crash;

/// <summary>One piece of work of the host: new customers or purchases of known ones, each with its entry, in one transaction.</summary>
/// <param name="context">The database.</param>
/// <param name="random">Chooses what to do.</param>
/// <param name="name">With what the names of new customers begin.</param>
/// <param name="owner">With what the names of the customers begin whom nobody else changes meanwhile.</param>
internal sealed class Work(CrashContext context, Random random, string name, string owner = "")
{
    private const int MostAtOnce = 5;

    private List<Customer> _customers = [];
    private bool _isExplicit;
    private bool _isGivenUp;

    /// <summary>Chooses what to do, and says what will be in the database when it is done: names of customers with their purchases.</summary>
    public async Task<string> PlanAsync()
    {
        (_isExplicit, _isGivenUp) = (random.Next(2) == 0, random.Next(6) == 0);
        var count = _isExplicit ? random.Next(1, MostAtOnce) : 1;
        _customers = random.Next(3) > 0
            ? await context.Customers.AsNoTracking().Where(customer => customer.Name.StartsWith(owner)).OrderBy(customer => customer.Id).Skip(random.Next(10)).Take(count).ToListAsync()
            : [];
        if (_customers.Count == 0)
        {
            _customers = [.. Enumerable.Range(0, count).Select(i => new Customer { Name = $"{name}-{i}" })];
        }

        _customers.ForEach(customer => customer.Purchases++);
        _isGivenUp &= _isExplicit;
        return _isGivenUp ? "" : string.Join(' ', _customers.Select(customer => $"{customer.Name}={customer.Purchases}"));
    }

    public async Task DoAsync()
    {
        context.UpdateRange(_customers);
        if (!_isExplicit)
        {
            await context.SaveChangesWithGdprAsync((gdpr, ct) => RememberAsync(gdpr, _customers[0], ct));
            return;
        }

        var strategy = context.Database.CreateExecutionStrategy();
        if (_isGivenUp)
        {
            await strategy.ExecuteAsync(async () =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync();
                await WriteAsync(CancellationToken.None);
                await transaction.RollbackAsync();
            });
            return;
        }

        await strategy.ExecuteInTransactionAsync(
            WriteAsync,
            async ct => await context.Customers.AsNoTracking().AnyAsync(other => other.Name == _customers[0].Name && other.Purchases == _customers[0].Purchases, ct));
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        foreach (var customer in _customers)
        {
            await RememberAsync(context.Gdpr(), customer, cancellationToken);
        }
    }

    private async ValueTask RememberAsync(GdprUnitOfWork gdpr, Customer customer, CancellationToken cancellationToken)
    {
        // Until the save is accepted, only the tracker knows the key of a new row.
        var person = SubjectId.Of(Key<SubjectKind>.Parse("customers"), context.Entry(customer).Property(row => row.Id).CurrentValue);
        var link = (await gdpr.Subjects.LinkAsync([person], gdpr.Clock.GetCurrentInstant(), cancellationToken))[0];
        await gdpr.Streams.AppendAsync<Loyalty>(Loyalty.StreamOf(link.Ref), person, _ => [Loyalty.Buy(customer.Purchases)], cancellationToken);
    }
}
