using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace GdprKit.Mapping;

/// <summary>
/// A store that can do one thing: hand out its rows one after another. Every question is answered by asking every row, so that only
/// what is kept and how it is read is left to write. For a store that has a query language, implement <see cref="IPersonalDataStore"/>.
/// </summary>
/// <remarks>
/// A question reads the rows of the entity it is about once, and before that the rows of every entity on the way to people or
/// to whom it refers; of those only the keys are held while the question lasts. Safe for use by several threads, when
/// <see cref="Describe"/> and <see cref="ReadRowsAsync"/> are.
/// </remarks>
[RequiresUnreferencedCode("Properties are read by the names that a map and a description give.")]
[RequiresDynamicCode("The functions of a map become code when they are first used.")]
public abstract class RowByRowStore : IPersonalDataStore
{
    private readonly HostFunctions _functions = new();

    /// <inheritdoc/>
    public abstract StoreDescription Describe(CancellationToken cancellationToken);

    /// <summary>Hands out every row of an entity, also those that the application hides.</summary>
    /// <param name="entity">The entity, as <see cref="Describe"/> tells it. Rows of entities derived from it are asked for by theirs.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>
    /// Every row once, in any order, as an object of <see cref="EntityDescription.Type"/> whose members hold what the store keeps, with
    /// those that a function of a map uses: the orders of a customer, where a map asks for the date of the last one. Never all at once
    /// in memory, unless they are there anyway.
    /// </returns>
    protected abstract IAsyncEnumerable<object> ReadRowsAsync(EntityDescription entity, CancellationToken cancellationToken);

    /// <summary>Reads a property of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="property">One of the properties that <see cref="Describe"/> tells.</param>
    /// <returns>
    /// The value, or <see langword="null"/> when the row has none; of a collection a <see cref="ValueList{T}"/> of the values. Unless
    /// overridden, what the member of that name of the object gives.
    /// </returns>
    protected virtual object? ReadValue(object row, PropertyPath property)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(property);
        return ObjectProperties.Read(row, property);
    }

    /// <inheritdoc/>
    public virtual string? WhyUnanswerable(StoreEntity entity, RowRequest request)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(request);
        return request.FindHeads().Any() ? $"{MappingMessages.LedgerUnknown}: the store does not know what the ledger says of people. Override FindPeopleAsync and WhyUnanswerable." : null;
    }

    /// <summary>Finds the people whom a head is about, for a store that knows the ledger. Then override <see cref="WhyUnanswerable"/> too.</summary>
    /// <param name="condition">Which heads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether somebody is one of them; <see cref="PeopleWithHeads"/> finds it.</returns>
    /// <exception cref="InvalidOperationException">GDPR3011: the store does not know the ledger, and said so.</exception>
    protected virtual ValueTask<Func<SubjectId, bool>> FindPeopleAsync(RowCondition.HasHead condition, CancellationToken cancellationToken) => throw new InvalidOperationException(
        $"{MappingMessages.LedgerUnknown}: the store does not know what the ledger says of people. Ask WhyUnanswerable before.");

    /// <inheritdoc/>
    public async ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(where);
        var tests = Tests(cancellationToken);
        var isAsked = await tests.OfAsync(where, entity.Owners).ConfigureAwait(false);
        var answers = await tests.OfAllAsync(each, entity.Owners).ConfigureAwait(false);
        var counts = new long[each.Count + 1];
        await foreach (var row in RowsOf(entity, cancellationToken).ConfigureAwait(false))
        {
            if (isAsked(row))
            {
                counts[0]++;
                for (var i = 0; i < answers.Length; i++)
                {
                    counts[i + 1] += answers[i](row) ? 1 : 0;
                }
            }
        }

        return [.. counts];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(request);
        var tests = Tests(cancellationToken);
        var isAsked = await tests.OfAsync(request.Where, entity.Owners).ConfigureAwait(false);
        var answers = await tests.OfAllAsync(request.Conditions, entity.Owners).ConfigureAwait(false);
        Func<object, object?>[] times = [.. request.Times.Select(tests.Of)];
        var left = request.Limit ?? int.MaxValue;
        await foreach (var row in RowsOf(entity, cancellationToken).ConfigureAwait(false))
        {
            if (left <= 0)
            {
                yield break;
            }

            if (isAsked(row))
            {
                left--;
                yield return new RowFacts(
                    entity.Description.Name,
                    KeyOf(row, entity),
                    times.Select(time => time(row)).ToValueList(),
                    answers.Select(answer => answer(row)).ToValueList());
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(subject);
        var tests = Tests(cancellationToken);
        var ways = new List<(OwnerPath Owner, Func<object, bool> IsTheirs)>();
        foreach (var owner in entity.Owners)
        {
            ways.Add((owner, await tests.OfOwnerAsync(owner, subject).ConfigureAwait(false)));
        }

        await foreach (var row in RowsOf(entity, cancellationToken).ConfigureAwait(false))
        {
            var theirs = ways.Where(way => way.IsTheirs(row)).Select(way => way.Owner).ToArray();
            if (theirs.Length > 0)
            {
                yield return new StoredRecord(
                    entity.Description.Name,
                    KeyOf(row, entity),
                    entity.Fields.Where(field => field.Whose.Any(theirs.Contains))
                        .Select(field => new StoredValue(field.Property.Path, field.Category, ReadValue(row, field.Property.Path)))
                        .ToValueList());
            }
        }
    }

    /// <summary>Reads the people whose own rows an entity keeps: one for every row that is a person.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>Who they are; <see langword="null"/> where a part of the key is an empty text, which is nobody's.</returns>
    public IAsyncEnumerable<SubjectId?> ReadSubjectsAsync(StoreEntity entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return ReadPeopleAsync(entity, cancellationToken).Select(person => person.Subject);
    }

    /// <summary>Reads the people whose own rows an entity keeps, and how they are reached.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>One for every row that is a person, also where nobody can say who.</returns>
    public IAsyncEnumerable<StoredContact> ReadContactsAsync(StoreEntity entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return ReadPeopleAsync(entity, cancellationToken).Select(person =>
        {
            var (address, isRead) = Text(person.Row, FieldRole.EmailAddress);
            return new StoredContact(person.Kind, person.Subject, address, Text(person.Row, FieldRole.Language).Text) { IsAddressUnreadable = !isRead };
        });

        (string? Text, bool IsRead) Text(object row, FieldRole role) => entity.Roles.FirstOrDefault(each => each.Role == role) is { } map ? TextOf(row, map.Property) : (null, true);
    }

    /// <summary>Reads where letters reach the people whose own rows an entity keeps.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>One for every row that is somebody, where a map names fields for it (<see cref="PostalContact.IsIn"/>).</returns>
    public IAsyncEnumerable<PostalContact> ReadPostalAsync(StoreEntity entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return PostalContact.IsIn(entity)
            ? ReadPeopleAsync(entity, cancellationToken).Where(person => person.Subject is not null).Select(person => PostalContact.Of(person.Subject!, role => entity.Roles.Where(each => each.Role == role).Select(each => TextOf(person.Row, each.Property).Text)))
            : AsyncEnumerable.Empty<PostalContact>();
    }

    private (string? Text, bool IsRead) TextOf(object row, PropertyPath property)
    {
        try
        {
            return (Convert.ToString(ReadValue(row, property), CultureInfo.InvariantCulture), true);
        }
#pragma warning disable CA1031 // A property of the host that fails on one row must not hide the people of the others.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (null, false);
        }
#pragma warning restore CA1031
    }

    /// <summary>Reads the objects that meet a condition, for a store that also lets rows go.</summary>
    /// <param name="entity">The entity, resolved against this store's description.</param>
    /// <param name="where">Which rows.</param>
    /// <param name="isLeftOut">Whose rows are left out: those that are a person's by any path of the entity.</param>
    /// <param name="gone">Rows, of any entity, that count as gone already.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>The objects that <see cref="ReadRowsAsync"/> hands out, each with the values of its primary key.</returns>
    protected async IAsyncEnumerable<(object Row, ValueList<object?> Key)> ReadObjectsAsync(
        StoreEntity entity, RowCondition where, Func<SubjectId, bool> isLeftOut, IReadOnlySet<object> gone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(where);
        ArgumentNullException.ThrowIfNull(isLeftOut);
        ArgumentNullException.ThrowIfNull(gone);
        var tests = Tests(cancellationToken, gone);
        var isAsked = await tests.OfAsync(where, entity.Owners).ConfigureAwait(false);
        var others = new List<Func<object, bool>>();
        foreach (var owner in entity.Owners)
        {
            others.Add(await tests.OfPeopleAsync(owner, isLeftOut).ConfigureAwait(false));
        }

        await foreach (var row in RowsOf(entity, cancellationToken).ConfigureAwait(false))
        {
            if (!gone.Contains(row) && isAsked(row) && !others.Exists(isTheirs => isTheirs(row)))
            {
                yield return (row, KeyOf(row, entity));
            }
        }
    }

    private async IAsyncEnumerable<(Key<SubjectKind> Kind, SubjectId? Subject, object Row)> ReadPeopleAsync(StoreEntity entity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tests = Tests(cancellationToken);
        foreach (var owner in entity.Owners.Where(owner => owner.Steps.IsEmpty))
        {
            var isSomebody = await tests.OfAsync(new RowCondition.HasOwner(owner), entity.Owners).ConfigureAwait(false);
            await foreach (var row in RowsOf(entity, cancellationToken).ConfigureAwait(false))
            {
                if (isSomebody(row))
                {
                    object[] key = [.. owner.Key.Select(path => ReadValue(row, path)!)];
                    yield return (owner.Kind, Array.Exists(key, part => part is "") ? null : SubjectId.Of(owner.Kind, key), row);
                }
            }
        }
    }

    private RowTests Tests(CancellationToken cancellationToken, IReadOnlySet<object>? gone = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new RowTests(
            Describe(cancellationToken),
            entity => gone is null or { Count: 0 } ? ReadRowsAsync(entity, cancellationToken) : ReadRowsAsync(entity, cancellationToken).Where(row => !gone.Contains(row)),
            ReadValue,
            _functions,
            condition => FindPeopleAsync(condition, cancellationToken),
            cancellationToken);
    }

    private async IAsyncEnumerable<object> RowsOf(StoreEntity entity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var described = Describe(cancellationToken).Entity(entity.Description.Name);
        await foreach (var row in ReadRowsAsync(described, cancellationToken).ConfigureAwait(false))
        {
            // Rows that are at hand come without waiting, and nothing else would look.
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    private ValueList<object?> KeyOf(object row, StoreEntity entity) => entity.Description.Key.Select(path => ReadValue(row, path)).ToValueList();
}
