using GdprKit.Ledger;
namespace GdprKit;

/// <summary>Chooses an audience by what GdprKit remembers of people.</summary>
public static class GdprKitQueryableExtensions
{
    /// <summary>
    /// The rows whose person an activity is permitted for, or whose people where a row is about several, as a condition of the application's own query:
    /// <c>db.Customers.WherePermitted(db.Gdpr(), Crm.Newsletter).Where(c =&gt; c.Country == "NL")</c> is one statement.
    /// </summary>
    /// <remarks>
    /// It answers as <see cref="ProcessingDecisions"/> does, from what is committed and what the transaction wrote, but for what heads do
    /// not tell (<see cref="GdprKit.Decisions.AudienceTerms"/>): so ask <see cref="ProcessingUse.MessageTo"/> before each message is sent.
    /// The time is that of the call, so make the query anew for every mailing. What the query filters of the model hide stays hidden. Where the notice is published and
    /// the activity was added to it later, <see cref="WherePermittedAsync"/> also chooses by who was told; this one leaves that to the decision before each use.
    /// </remarks>
    /// <typeparam name="TEntity">A mapped class whose rows are a person, or hold the key of one.</typeparam>
    /// <param name="rows">The rows to choose from.</param>
    /// <param name="gdpr">What is remembered, of the context that the rows are from: <c>db.Gdpr()</c>.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="use">What is to be done, as <see cref="ProcessingUse.MessageOver"/>; <see langword="null"/> for <see cref="ProcessingUse.Ordinary"/>.</param>
    /// <exception cref="LedgerException">GDPR3135 to GDPR3137, GDPR3140: the database is an older copy that was restored, as far as <see cref="LedgerGuard"/> has looked.</exception>
    /// <exception cref="KeyNotFoundException">GDPR1011: the register declares no such activity.</exception>
    /// <exception cref="ArgumentException">GDPR1260: the use is about one address, or about another moment than now.</exception>
    /// <exception cref="InvalidOperationException">
    /// GDPR3165: no map says that a row of the class is a person or holds the key of one. GDPR3166: the database cannot compare their keys with those of the ledger.
    /// </exception>
    public static IQueryable<TEntity> WherePermitted<TEntity>(
        this IQueryable<TEntity> rows, GdprUnitOfWork gdpr, Key<ProcessingActivity> activity, ProcessingUse? use = null)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(gdpr);
        return gdpr.Audience<TEntity>(activity, use) is { } permitted ? rows.Where(permitted) : rows.Where(_ => false);
    }

    /// <summary>
    /// As <see cref="WherePermitted"/>, and of a purpose that was added after the first published version of the notice only who was told of it (Art. 13(3)): which versions
    /// name it is read first, nearly always from memory, and who was told is part of the one statement.
    /// </summary>
    /// <typeparam name="TEntity">A mapped class whose rows are a person, or hold the key of one.</typeparam>
    /// <param name="rows">The rows to choose from.</param>
    /// <param name="gdpr">What is remembered, of the context that the rows are from: <c>db.Gdpr()</c>.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="use">What is to be done, as <see cref="ProcessingUse.MessageOver"/>; <see langword="null"/> for <see cref="ProcessingUse.Ordinary"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LedgerException">GDPR3135 to GDPR3137, GDPR3140: the database is an older copy that was restored, as far as <see cref="LedgerGuard"/> has looked.</exception>
    /// <exception cref="KeyNotFoundException">GDPR1011: the register declares no such activity.</exception>
    /// <exception cref="ArgumentException">GDPR1260: the use is about one address, or about another moment than now.</exception>
    /// <exception cref="InvalidOperationException">
    /// GDPR3165: no map says that a row of the class is a person or holds the key of one. GDPR3166: the database cannot compare their keys with those of the ledger.
    /// </exception>
    public static async ValueTask<IQueryable<TEntity>> WherePermittedAsync<TEntity>(
        this IQueryable<TEntity> rows, GdprUnitOfWork gdpr, Key<ProcessingActivity> activity, ProcessingUse? use = null, CancellationToken cancellationToken = default)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(gdpr);
        return await gdpr.AudienceAsync<TEntity>(activity, use, cancellationToken).ConfigureAwait(false) is { } permitted ? rows.Where(permitted) : rows.Where(_ => false);
    }
}
