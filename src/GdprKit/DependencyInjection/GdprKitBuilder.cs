using System.Diagnostics.CodeAnalysis;
using GdprKit;
using GdprKit.Ledger;
using GdprKit.Requests;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures GdprKit in a host: <c>services.AddGdprKit(gdpr =&gt; gdpr.UseRegister(CrmRegister.Create()))</c>.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
public sealed class GdprKitBuilder
{
    internal GdprKitBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Uses a register declared in code. A register used before is replaced.</summary>
    /// <param name="register">The register.</param>
    public GdprKitBuilder UseRegister(ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return UseRegister(_ => register);
    }

    /// <summary>Uses a register that is made when it is first needed, at the latest at start. A register used before is replaced.</summary>
    /// <param name="create">Makes the register; called once.</param>
    public GdprKitBuilder UseRegister(Func<IServiceProvider, ProcessingRegister> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.Replace(ServiceDescriptor.Singleton(create));
        return this;
    }

    /// <summary>
    /// Uses a register file. It is read when it is first needed, at the latest at start; changes to it take effect at the next
    /// start, because a register is published, not edited underneath running code.
    /// </summary>
    /// <param name="path">The file; a relative path starts at the folder of the application (<see cref="AppContext.BaseDirectory"/>).</param>
    public GdprKitBuilder UseRegisterFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return UseRegister(_ => ProcessingRegister.Load(Path.Combine(AppContext.BaseDirectory, path)));
    }

    /// <summary>Says where a class of the application holds personal data. Adding the same map again changes nothing.</summary>
    /// <typeparam name="TMap">The map, a class that implements <see cref="IPersonalDataMap{TEntity}"/>; it is made once, with services of the host.</typeparam>
    public GdprKitBuilder AddMap<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMap>()
        where TMap : class, IPersonalDataMap
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPersonalDataMap, TMap>());
        return this;
    }

    /// <summary>Says where a class of the application holds personal data, without a class for the map; for small ones.</summary>
    /// <typeparam name="TEntity">The class.</typeparam>
    /// <param name="configure">Declares the map: <c>data =&gt; data.NotPersonal("artists are public", a =&gt; a.Name)</c>.</param>
    public GdprKitBuilder AddMap<TEntity>(Action<PersonalDataMapBuilder<TEntity>> configure)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddSingleton<IPersonalDataMap>(new InlineMap<TEntity>(configure));
        return this;
    }

    /// <summary>Declares a place outside the application where personal data are kept.</summary>
    /// <param name="store">The place.</param>
    public GdprKitBuilder AddManualStore(ManualStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Services.AddSingleton(store);
        return this;
    }

    /// <summary>Makes known something else that holds data of people and can be asked, so that what it holds is part of every export. Adding the same source again changes nothing.</summary>
    /// <typeparam name="TSource">The source; it is made once, with services of the host.</typeparam>
    public GdprKitBuilder AddPersonalDataSource<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IPersonalDataSource
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPersonalDataSource, TSource>());
        return this;
    }

    /// <summary>
    /// Keeps exports for people who asked for their data as encrypted files in a folder (<see cref="FileExportVault"/>) until they are fetched or their time is over. A place used before is replaced.
    /// </summary>
    /// <param name="path">
    /// The folder, shared by all instances of the application, and in no backup. It is made when it is first written to. A relative path starts at the folder of the application
    /// (<see cref="AppContext.BaseDirectory"/>).
    /// </param>
    /// <param name="configure">Changes how long they are kept.</param>
    public GdprKitBuilder KeepExportsIn(string path, Action<PersonalDataExportOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return KeepExportsIn(_ => new FileExportVault(Path.Combine(AppContext.BaseDirectory, path)), configure);
    }

    /// <summary>Keeps exports in a place that is made when it is first needed: one of your own, or one that is configured. A place used before is replaced.</summary>
    /// <param name="create">Makes the place; called once.</param>
    /// <param name="configure">Changes how long they are kept.</param>
    public GdprKitBuilder KeepExportsIn(Func<IServiceProvider, IExportVault> create, Action<PersonalDataExportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.Replace(ServiceDescriptor.Singleton(create));
        if (configure is not null)
        {
            Services.Configure(configure);
        }

        return this;
    }

    /// <summary>Makes something known in which data of people are left over when their rows are gone, as files or a search index. Adding the same class again changes nothing.</summary>
    /// <typeparam name="TTarget">The class; made in the scope in which an erasure is carried out.</typeparam>
    public GdprKitBuilder AddErasureTarget<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TTarget>()
        where TTarget : class, IErasureTarget
    {
        Services.TryAddEnumerable(ServiceDescriptor.Scoped<IErasureTarget, TTarget>());
        return this;
    }

    /// <summary>
    /// Makes a kind of streams of the application known, so that they are told in plain words (<see cref="LedgerWording"/>) and expire when
    /// their period has ended. Adding the same kind again changes nothing.
    /// </summary>
    /// <typeparam name="TState">What the streams come to.</typeparam>
    public GdprKitBuilder AddStreams<TState>()
        where TState : class, IStreamState<TState>
    {
        if (!Services.Any(service => ReferenceEquals(service.ImplementationInstance, TState.Fold)))
        {
            Services.AddSingleton<StreamFold>(TState.Fold);
        }

        return this;
    }

    /// <summary>
    /// Uses a key ring in a file, outside of the database: for the suppression list, and for the tags by which rows of erased people are known again after a
    /// restore. A ring used before is replaced.
    /// </summary>
    /// <param name="path">The file, made once with <see cref="FileKeyRing.Create"/>; a relative path starts at the folder of the application (<see cref="AppContext.BaseDirectory"/>).</param>
    public GdprKitBuilder UseKeyRingFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return UseKeyRing(_ => new FileKeyRing(Path.Combine(AppContext.BaseDirectory, path)));
    }

    /// <summary>Uses a key ring that is made when it is first needed, as one over a key service. A ring used before is replaced.</summary>
    /// <param name="create">Makes the ring; called once.</param>
    public GdprKitBuilder UseKeyRing(Func<IServiceProvider, IKeyRing> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.Replace(ServiceDescriptor.Singleton(create));
        return this;
    }

    /// <summary>
    /// Keeps a copy of the ledger in the files of a folder (<see cref="FileLedgerMirror"/>), so that what was ordered outlives the database. A mirror used before is replaced.
    /// </summary>
    /// <param name="path">
    /// The folder, on another disk than the database, and not restored together with it. It is made when it is first written to; the one in which it lies must be there. A relative
    /// path starts at the folder of the application (<see cref="AppContext.BaseDirectory"/>).
    /// </param>
    public GdprKitBuilder UseLedgerMirror(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return UseLedgerMirror(_ => new FileLedgerMirror(Path.Combine(AppContext.BaseDirectory, path)));
    }

    /// <summary>Keeps a copy of the ledger in a mirror that is made when it is first needed: one of your own, or one whose place is configured. A mirror used before is replaced.</summary>
    /// <param name="create">Makes the mirror; called once.</param>
    public GdprKitBuilder UseLedgerMirror(Func<IServiceProvider, ILedgerMirror> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.Replace(ServiceDescriptor.Singleton(create));
        Services.Configure<LedgerMirrorOptions>(options => options.WhyNone = null);
        return this;
    }

    /// <summary>
    /// Says that the ledger has no mirror on purpose: after an old backup of the database is restored, nobody then knows what was erased since it was made. A mirror used
    /// before is used no longer.
    /// </summary>
    /// <param name="reason">Why, for who is accountable for it (Art. 5(2)): "the database keeps its journal at another place".</param>
    public GdprKitBuilder WithoutLedgerMirror(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Services.RemoveAll<ILedgerMirror>();
        Services.Configure<LedgerMirrorOptions>(options => options.WhyNone = reason);
        return this;
    }

    /// <summary>Says what happens at start when personal data is stored and not declared.</summary>
    /// <param name="enforcement">A warning or a refusal; <see cref="CoverageEnforcement.Unspecified"/> lets the environment decide.</param>
    public GdprKitBuilder EnforceCoverage(CoverageEnforcement enforcement)
    {
        Services.Configure<CoverageOptions>(options => options.Enforcement = enforcement);
        return this;
    }

    /// <summary>Changes how the privacy notice is written: its title, its sections, its words.</summary>
    /// <param name="configure">Changes the options.</param>
    public GdprKitBuilder ConfigureNotice(Action<NoticeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(configure);
        return this;
    }

    /// <summary>Changes how data go that are past their period: who approves it, how much at once, how much without anybody.</summary>
    /// <param name="configure">Changes the options.</param>
    /// <remarks>Limits that make no sense refuse the start: GDPR4710.</remarks>
    public GdprKitBuilder ConfigureRetentionRuns(Action<RetentionRunOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(configure);
        return this;
    }
}
