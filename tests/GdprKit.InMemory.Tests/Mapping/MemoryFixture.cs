using System.Collections.Concurrent;
using GdprKit.Conformance;
using GdprKit.InMemory.Ledger;
using GdprKit.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.InMemory.Mapping;

public sealed class MemoryFixture : PersonalDataStoreFixture, IDisposingStoreFixture
{
    private readonly ConcurrentQueue<object> _rows = [];
    private InMemoryDatabase? _ledger;
    private bool _isTakenAway;

    protected override ValueTask<IPersonalDataStore> CreateAsync(StoreDescription domain, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddGdprKit().UseInMemory(memory => memory
            .Keep(Rows<Household>)
            .Keep(Rows<Person>, person => person.Removing(Remove).Key(p => p.Code).References<Household>(p => p.HouseholdId, back: h => h.Residents))
            // Members are among the people, as an application may keep them.
            .Keep<Member>(() => [])
            .Keep(Rows<Order>, order => order.Removing(Remove).References<Person>(o => o.PersonCode, o => o.Person, p => p.Orders))
            .Keep(Rows<OrderLine>, line => line.Removing(Remove)
                .Key(l => new { l.OrderId, l.Number })
                .References<Order>(l => l.OrderId, l => l.Order, o => o.Lines))
            .Keep(Rows<Message>, message => message.Removing(Remove).References<Person>(m => m.SenderCode).References<Person>(m => m.RecipientCode))
            .Keep(Rows<Account>, account => account.Removing(Remove).Key(a => new { a.Branch, a.Number }).Unique(a => a.Login))
            .Keep(Rows<Session>, session => session.References<Account>(s => new { s.AccountBranch, s.AccountNumber }, s => s.Account, a => a.Sessions))
            .Keep(Rows<AddressBook>, book => book.References<Person>(b => b.PersonCode))
            .Keep(Rows<Appointment>, appointment => appointment.References<Person>(a => a.PersonCode))
            .Keep(Rows<CalendarEntry>, entry => entry.References<Person>(c => c.PersonCode))
            .Keep(Rows<Visit>, visit => visit.Removing(Remove).References<Person>(v => v.PersonCode)));
        services.AddGdprKit().UseInMemoryLedger();
        var provider = services.BuildServiceProvider();
        _ledger = provider.GetRequiredService<InMemoryDatabase>();
        return ValueTask.FromResult(provider.GetRequiredService<IPersonalDataStore>());
    }

    public ValueTask<LedgerSession> OpenLedgerAsync(CancellationToken cancellationToken) => ValueTask.FromResult(MemoryLedgerFixture.Over(_ledger!));

    protected override ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            _rows.Enqueue(row);
        }

        return ValueTask.CompletedTask;
    }

    protected override ValueTask TakeAwayAsync()
    {
        _isTakenAway = true;
        _rows.Clear();
        return ValueTask.CompletedTask;
    }

    private void Remove(object row)
    {
        var others = _rows.Where(each => each != row).ToList();
        _rows.Clear();
        others.ForEach(_rows.Enqueue);
    }

    private IEnumerable<T> Rows<T>() => _isTakenAway ? throw new InvalidOperationException("The application forgot everything.") : _rows.OfType<T>();
}
