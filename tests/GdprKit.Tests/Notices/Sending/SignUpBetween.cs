using GdprKit.Ledger;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>Lets customer 4 say to have read the notice right after it was found that nobody did.</summary>
internal sealed class SignUpBetween(IServiceProvider services) : IContactSource
{
    private readonly IContactSource _contacts = (IContactSource)ActivatorUtilities.CreateInstance(
        services, typeof(InMemory.InMemoryLedgerStore).Assembly.GetType("GdprKit.InMemory.InMemoryContactSource", throwOnError: true)!);

    public static NoticeVersion? Version { get; set; }

    public async ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken)
    {
        var page = await _contacts.ReadWithoutHeadAsync(query, cancellationToken);
        await services.GetRequiredService<NoticeAcknowledgements>().AcknowledgeAsync(
            SubjectId.Of(Customers, 4),
            new Acknowledgement { Version = Version!.Digest, Language = Language.Dutch, Means = AcknowledgementMeans.Form, Label = "Gelezen." },
            cancellationToken);
        return page;
    }

    public ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) => _contacts.FindAsync(people, cancellationToken);

    public ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken) =>
        _contacts.CountAsync(people, kind, key, cancellationToken);
}
