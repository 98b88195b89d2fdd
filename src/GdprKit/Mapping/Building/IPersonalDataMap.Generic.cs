using System.Diagnostics.CodeAnalysis;

namespace GdprKit;

/// <summary>
/// Says where one class of the application holds personal data. A class of its own beside the entity, so that the entity, the
/// database and its migrations stay as they are: <c>gdpr.AddMap&lt;CustomerMap&gt;()</c>.
/// </summary>
/// <remarks>
/// A map says nothing about tables: the store resolves it against its own model when the application starts. A map of a base
/// class counts for every class derived from it.
/// </remarks>
/// <typeparam name="TEntity">The class whose objects the store keeps.</typeparam>
/// <example>
/// <code>
/// public sealed class CustomerMap : IPersonalDataMap&lt;Customer&gt;
/// {
///     public void Configure(PersonalDataMapBuilder&lt;Customer&gt; data) => data
///         .IsSubject(Crm.Customers, c => c.CustomerId)
///         .Field(Crm.Name, c => c.FirstName, c => c.LastName)
///         .Event(Crm.LastPurchase, c => c.Invoices.Max(i => (DateTime?)i.InvoiceDate), TimeMeaning.ControllerLocal)
///         .NotPersonal("key of an employee", c => c.SupportRepId);
/// }
/// </code>
/// </example>
public interface IPersonalDataMap<TEntity> : IPersonalDataMap
    where TEntity : class
{
    /// <summary>Declares the map. Called once, at start; what is wrong is told together with everything else.</summary>
    /// <param name="data">Takes the declarations.</param>
    void Configure(PersonalDataMapBuilder<TEntity> data);

    [SuppressMessage("Design", "CA1033:Interface methods should be callable by child types", Justification = "A map says what Configure says, and nothing else.")]
    EntityMap IPersonalDataMap.Declare(ICollection<MapFault> faults)
    {
        var builder = new PersonalDataMapBuilder<TEntity>(faults);
        Configure(builder);
        return builder.Build();
    }
}
