using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>People in memory, with something that happens right after it was found that nobody told them.</summary>
internal sealed class InterposedContacts(IServiceProvider services, Func<IServiceProvider, Task> afterPage) : IContactSource
{
    private readonly IContactSource _contacts = (IContactSource)ActivatorUtilities.CreateInstance(
        services, typeof(InMemory.InMemoryLedgerStore).Assembly.GetType("GdprKit.InMemory.InMemoryContactSource", throwOnError: true)!);

    public async ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken)
    {
        var page = await _contacts.ReadWithoutHeadAsync(query, cancellationToken);
        await afterPage(services);
        return page;
    }

    public ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) => _contacts.FindAsync(people, cancellationToken);

    public ValueTask<ValueList<PostalContact>> FindPostalAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) => _contacts.FindPostalAsync(people, cancellationToken);

    public ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken) =>
        _contacts.CountAsync(people, kind, key, cancellationToken);
}
