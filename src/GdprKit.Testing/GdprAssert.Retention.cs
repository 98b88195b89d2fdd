using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Testing;

/// <content>When something is due.</content>
public static partial class GdprAssert
{
    private const string Days = "uuuu'-'MM'-'dd";

    /// <summary>
    /// A field of a person is due from a day on: on it the value may go, on the day before it may not. The test of a rule
    /// together with the map that gives it its dates, on rows that the test has put into whichever store is registered.
    /// </summary>
    /// <typeparam name="TEntity">The class of the rows. Where the person has several, the field is due from that day in all of them.</typeparam>
    /// <param name="services">The services of the application, with its stores.</param>
    /// <param name="person">The person.</param>
    /// <param name="field">The name of the property as the map classifies it: <c>nameof(Customer.Email)</c>, <c>"Address.City"</c>.</param>
    /// <param name="day">The day, in the controller's zone.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="GdprAssertionException">GDPR1096: the person has no such field. GDPR1097: it is due from another day on; the message explains why.</exception>
    /// <exception cref="FormatException">GDPR1080: <paramref name="field"/> is no name.</exception>
    public static ValueTask IsDueFromAsync<TEntity>(IServiceProvider services, SubjectId person, string field, LocalDate day, CancellationToken cancellationToken = default)
        where TEntity : class => HoldAsync<TEntity>(services, person, field, day, cancellationToken);

    /// <summary>No day is known from which a field of a person is due: it is kept.</summary>
    /// <typeparam name="TEntity">The class of the rows. Where the person has several, the field has no end in any of them.</typeparam>
    /// <param name="services">The services of the application, with its stores.</param>
    /// <param name="person">The person.</param>
    /// <param name="field">The name of the property as the map classifies it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="GdprAssertionException">GDPR1096: the person has no such field. GDPR1097: it is due from a day on; the message explains why.</exception>
    /// <exception cref="FormatException">GDPR1080: <paramref name="field"/> is no name.</exception>
    public static ValueTask HasNoKnownEndAsync<TEntity>(IServiceProvider services, SubjectId person, string field, CancellationToken cancellationToken = default)
        where TEntity : class => HoldAsync<TEntity>(services, person, field, day: null, cancellationToken);

    private static async ValueTask HoldAsync<TEntity>(IServiceProvider services, SubjectId person, string field, LocalDate? day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(person);
        var path = PropertyPath.Parse(field);
        var retention = services.GetRequiredService<DataRetention>();
        var place = $"{typeof(TEntity).Name}.{field}";
        var held = await HeldAsync(retention, typeof(TEntity), person, path, cancellationToken).ConfigureAwait(false);
        if (held.Count == 0)
        {
            throw Failure.Of(
                $"{place} of '{person.Kind}' could not be looked at.",
                [$"{TestingMessages.NotHeld}: the person has no row of {typeof(TEntity).Name} with the field '{field}'. Put one into the store, and classify the field in its map."]);
        }

        var other = held.Where(each => each.Retention.FirstDeletable != day).ToList();
        if (other.Count > 0)
        {
            throw Failure.Of(
                $"{place} should {Written(day)}.",
                other.Select(each => Written(each.Retention.FirstDeletable)).Distinct().Select(actual => $"{TestingMessages.DueOnAnotherDay}: it does not; it should {actual}, by the rules and the dates of the row. Correct the rule, the map or the test."),
                other.SelectMany(each => Explain(each, retention.Plan.Register)).Distinct());
        }
    }

    private static async ValueTask<List<HeldField>> HeldAsync(DataRetention retention, Type type, SubjectId person, PropertyPath path, CancellationToken cancellationToken)
    {
        var names = retention.Plan.Entities.Where(planned => type.IsAssignableFrom(planned.Entity.Description.Type)).Select(planned => (planned.Store, planned.Entity.Description.Name)).ToHashSet();
        var held = new List<HeldField>();
        await foreach (var row in retention.ExplainAsync(person, cancellationToken).ConfigureAwait(false))
        {
            held.AddRange(names.Contains((row.Store, row.Entity)) ? row.Fields.Where(each => each.Property == path) : []);
        }

        return held;
    }

    private static string Written(LocalDate? day) => day is { } known ? $"be due from {known.ToString(Days, null)}" : "have no known end";

    private static ValueList<string> Explain(HeldField held, ProcessingRegister register)
    {
        var language = register.Languages.Contains(Language.English) ? Language.English : register.MainLanguage;
        return RetentionWording.In(language == Language.Dutch ? Language.Dutch : Language.English).Explain(held.Retention, register);
    }
}
