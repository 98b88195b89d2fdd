using System.Collections.Concurrent;
using GdprKit.Conformance;
using GdprKit.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.InMemory.Mapping;

public sealed class MemoryFixture : PersonalDataStoreFixture
{
    private readonly ConcurrentQueue<object> _rows = [];
    private bool _isTakenAway;

    protected override ValueTask<IPersonalDataStore> CreateAsync(StoreDescription domain, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddGdprKit().UseInMemory(memory => memory
            .Keep(Rows<Household>)
            .Keep(Rows<Person>, person => person.Key(p => p.Code).References<Household>(p => p.HouseholdId, back: h => h.Residents))
            // Members are among the people, as an application may keep them.
            .Keep<Member>(() => [])
            .Keep(Rows<Order>, order => order.References<Person>(o => o.PersonCode, o => o.Person, p => p.Orders))
            .Keep(Rows<OrderLine>, line => line
                .Key(l => new { l.OrderId, l.Number })
                .References<Order>(l => l.OrderId, l => l.Order, o => o.Lines))
            .Keep(Rows<Message>, message => message.References<Person>(m => m.SenderCode).References<Person>(m => m.RecipientCode))
            .Keep(Rows<Account>, account => account.Key(a => new { a.Branch, a.Number }).Unique(a => a.Login))
            .Keep(Rows<Session>, session => session.References<Account>(s => new { s.AccountBranch, s.AccountNumber }, s => s.Account, a => a.Sessions))
            .Keep(Rows<AddressBook>, book => book.References<Person>(b => b.PersonCode))
            .Keep(Rows<Appointment>, appointment => appointment.References<Person>(a => a.PersonCode))
            .Keep(Rows<CalendarEntry>, entry => entry.References<Person>(c => c.PersonCode))
            .Keep(Rows<Visit>, visit => visit.References<Person>(v => v.PersonCode)));
        return ValueTask.FromResult(services.BuildServiceProvider().GetRequiredService<IPersonalDataStore>());
    }

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

    private IEnumerable<T> Rows<T>() => _isTakenAway ? throw new InvalidOperationException("The application forgot everything.") : _rows.OfType<T>();
}
