using System.Linq.Expressions;

namespace GdprKit;

/// <summary>Which rows an activity is about: without invoices nothing has to be kept for invoicing.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Condition">
/// Of which rows this is true, as a function of the entity; <see langword="null"/> for the rows of whom the ledger says that they were asked for their consent to it.
/// </param>
public sealed record ActivityScope(Key<ProcessingActivity> Activity, LambdaExpression? Condition);
