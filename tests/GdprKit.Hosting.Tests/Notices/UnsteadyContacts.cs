using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GdprKit.Hosting;

/// <summary>The people of a database that does not always answer.</summary>
internal sealed class UnsteadyContacts
{
    public bool IsDown { get; set; }

    /// <summary>Stands before the people of the services.</summary>
    public void Replace(IServiceCollection services)
    {
        var before = services.Last(service => service.ServiceType == typeof(IContactSource));
        services.Replace(ServiceDescriptor.Describe(typeof(IContactSource), provider => new Source(this, (IContactSource)ActivatorUtilities.CreateInstance(provider, before.ImplementationType!)), before.Lifetime));
    }

    private void Answer()
    {
        if (IsDown)
        {
            throw new TimeoutException("The database does not answer.");
        }
    }

    private sealed class Source(UnsteadyContacts contacts, IContactSource inner) : IContactSource
    {
        public ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken)
        {
            contacts.Answer();
            return inner.ReadWithoutHeadAsync(query, cancellationToken);
        }

        public ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken)
        {
            contacts.Answer();
            return inner.FindAsync(people, cancellationToken);
        }

        public ValueTask<ValueList<PostalContact>> FindPostalAsync(ValueList<SubjectId> people, CancellationToken cancellationToken)
        {
            contacts.Answer();
            return inner.FindPostalAsync(people, cancellationToken);
        }

        public ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken)
        {
            contacts.Answer();
            return inner.CountAsync(people, kind, key, cancellationToken);
        }
    }
}
