using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The application's own database, read through its own context and model.</summary>
internal sealed class EntityFrameworkCoreStore<TContext>(IServiceScopeFactory scopes) : IPersonalDataStore, IIndexAdvisor, IPersonalDataDisposer
    where TContext : DbContext
{
    private readonly KnownTexts _texts = new();
    private Known? _known;

    public StoreDescription Describe(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Host.Description;
    }

    public string? WhyUnanswerable(StoreEntity entity, RowRequest request)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(request);
        var host = Host;
        if (host.Answers.WhyLedgerElsewhere(TypeOf(entity, host.Model), request) is { } elsewhere)
        {
            return elsewhere;
        }

        var doubtful = host.Answers.Doubtful(entity, TypeOf(entity, host.Model), request);
        if (doubtful.Count == 0)
        {
            return null;
        }

        using var scope = scopes.CreateScope();
        var question = Question(entity, scope.ServiceProvider.GetRequiredService<TContext>());
        return host.Answers.Explain([.. doubtful.Where(part => !question.IsTranslatable(part.Question))]);
    }

    public async ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(where);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var context = scope.ServiceProvider.GetRequiredService<TContext>();
            return await Question(entity, context).CountAsync(where, each, cancellationToken).ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(request);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var context = scope.ServiceProvider.GetRequiredService<TContext>();
            await foreach (var facts in Question(entity, context).ReadAsync(request, cancellationToken).ConfigureAwait(false))
            {
                yield return facts;
            }
        }
    }

    public async IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(subject);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var context = scope.ServiceProvider.GetRequiredService<TContext>();
            var type = TypeOf(entity, context.Model);
            var row = Expression.Parameter(type.ClrType, "row");
            var ways = WaysTo(subject, entity, row, type, context);
            if (AnyOf(ways, row, type) is not { } condition)
            {
                yield break;
            }

            var reading = new RecordReading(entity, type, row, ways, Dialect.Of(context));
            await foreach (var values in RowQuery.Of(context, type).ReadAsync(row, condition, reading.Values).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return reading.Read(values);
            }
        }
    }

    public async ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        cancellationToken.ThrowIfCancellationRequested();
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var context = scope.ServiceProvider.GetRequiredService<TContext>();
            var type = TypeOf(entity, context.Model);
            return DatabaseCatalogue.Of(context) is { } catalogue
                ? await new IndexAdvisor(entity, type, context, catalogue).FindAsync(typeof(TContext).Name, requests, cancellationToken).ConfigureAwait(false)
                : null;
        }
    }

    public string? WhyNotDisposable(RowDisposal disposal)
    {
        ArgumentNullException.ThrowIfNull(disposal);
        var host = Host;
        return Disposability.Why(host.Model, host.Dialect, typeof(TContext).Name, TypeOf(disposal.Entity, host.Model), disposal, DesignedModel);

        IModel DesignedModel()
        {
            using var scope = scopes.CreateScope();
            return scope.ServiceProvider.GetRequiredService<TContext>().GetService<IDesignTimeModel>().Model;
        }
    }

    public async ValueTask<RowCondition.InRange?> FindRangeAsync(StoreEntity entity, RowCondition.InRange? last, int rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return await Question(entity, scope.ServiceProvider.GetRequiredService<TContext>()).FindRangeAsync(last, rows, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<ValueList<long>> DisposeOfAsync(
        ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (disposals.Select(WhyNotDisposable).FirstOrDefault(why => why is not null) is { } why)
        {
            throw new InvalidOperationException($"{StoreMessages.NotDisposable}: {why}.");
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var context = scope.ServiceProvider.GetRequiredService<TContext>();
            return await new DisposalTransaction(context).RunAsync(DisposeAsync, record, cancellationToken).ConfigureAwait(false);

            async Task<ValueList<long>> DisposeAsync(HostCommands commands, CancellationToken token)
            {
                var chosen = await RowDisposal.ChooseAsync(disposals, (entity, where, ending) => FindKeysAsync(entity, where, commands, ending), token).ConfigureAwait(false);
                foreach (var disposal in chosen)
                {
                    if (disposal.LockedWhere is { } where)
                    {
                        await LockAsync(disposal.Entity, where, commands, token).ConfigureAwait(false);
                    }
                }

                var gone = new List<long>();
                foreach (var disposal in chosen)
                {
                    gone.Add(await Question(disposal.Entity, context).DisposeOfAsync(disposal, token).ConfigureAwait(false));
                }

                return gone.ToValueList();
            }

            async ValueTask<ValueList<ValueList<object?>>> FindKeysAsync(StoreEntity entity, RowCondition where, HostCommands commands, CancellationToken token)
            {
                await LockAsync(entity, where, commands, token).ConfigureAwait(false);
                return [.. await Question(entity, context).ReadAsync(new RowRequest { Where = where }, token).Select(row => row.Key).ToListAsync(token).ConfigureAwait(false)];
            }

            async ValueTask LockAsync(StoreEntity entity, RowCondition where, HostCommands commands, CancellationToken token)
            {
                if (RowLock.IsNeeded(disposals, TypeOf(entity, context.Model), commands.Sql.Dialect))
                {
                    await Question(entity, context).LockAsync(where, commands, token).ConfigureAwait(false);
                }
            }
        }
    }

    public async ValueTask CompactAsync(CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            await SecureDeletion.CompactAsync(scope.ServiceProvider.GetRequiredService<TContext>(), cancellationToken).ConfigureAwait(false);
        }
    }

    private Known Host => LazyInitializer.EnsureInitialized(ref _known, () =>
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        return new Known(
            ModelDescription.Of(context.Model, typeof(TContext).Name),
            context.Model,
            Dialect.Of(context),
            new Answerability(typeof(TContext).Name, context.Model, Dialect.Of(context)));
    });

    private RowQuestion Question(StoreEntity entity, TContext context) => new(entity, TypeOf(entity, context.Model), context, _texts);

    private IEntityType TypeOf(StoreEntity entity, IModel model) =>
        model.FindEntityType(Describe(CancellationToken.None).Entity(entity.Description.Name).Name)!;

    private static List<(OwnerPath Owner, Expression Condition)> WaysTo(SubjectId subject, StoreEntity entity, ParameterExpression row, IEntityType type, TContext context)
    {
        var predicate = new OwnerPredicate(context);
        return [.. from owner in entity.Owners
                   let condition = predicate.Of(row, type, owner, subject)
                   where condition is not null
                   select (owner, condition)];
    }

    private static Expression? AnyOf(List<(OwnerPath Owner, Expression Condition)> ways, ParameterExpression row, IEntityType type)
    {
        if (ways.Count == 0)
        {
            return null;
        }

        return OptionalConditions.All(Rows.IsExactly(row, type), ways.Select(way => way.Condition).Aggregate(Expression.OrElse));
    }

    /// <summary>What is the same of every context: it is read once.</summary>
    private sealed record Known(StoreDescription Description, IModel Model, Dialect Dialect, Answerability Answers);
}
