using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit;

/// <summary>The services of published notices. What they need of adapters is looked for when they are used, so that who publishes nothing needs none.</summary>
internal static class NoticeServices
{
    public static void AddNotices(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new NoticeMemory { SeenElsewhereWithin = provider.GetRequiredService<IOptions<DecisionOptions>>().Value.SeenElsewhereWithin });
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAppendListener, NoticeMemory>(provider => provider.GetRequiredService<NoticeMemory>()));
        services.TryAddScoped(provider => new NoticeVersions(
            provider.GetRequiredService<PrivacyNotices>(),
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetLedgerStore(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<NoticeMemory>()));
        services.TryAddScoped(provider => new NoticeAcknowledgements(
            provider.GetRequiredService<NoticeVersions>(), provider.GetRequiredService<LedgerStreams>(), provider.GetSubjectDirectory(), provider.GetRequiredService<IClock>()));
        services.TryAddScoped(provider => new NoticeCampaigns(
            provider.GetRequiredService<NoticeVersions>(),
            provider.GetRequiredService<ProcessingRegister>(),
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetLedgerStore(),
            provider.GetContacts(),
            provider.GetSubjectDirectory(),
            provider.GetRequiredService<IClock>()));
        services.TryAddScoped(provider => new NoticeReports(
            provider.GetRequiredService<ProcessingRegister>(),
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetLedgerStore(),
            provider.GetContacts(),
            provider.GetSubjectDirectory()));
        services.TryAddScoped(provider => new NoticeLetters(
            provider.GetRequiredService<ProcessingRegister>(),
            provider.GetRequiredService<NoticeReports>(),
            provider.GetRequiredService<NoticeCampaigns>(),
            provider.GetContacts(),
            provider.GetService<INoticeLinks>()));
        services.TryAddScoped(provider => new NoticeBounces(
            provider.GetRequiredService<ProcessingRegister>(),
            provider.GetRequiredService<NoticeVersions>(),
            provider.GetRequiredService<NoticeCampaigns>(),
            provider.GetLedgerStore(),
            provider.GetSubjectDirectory(),
            provider.GetService<IBounceReader>()));
        services.TryAddScoped(provider => new ObtainedPeople(
            provider.GetRequiredService<ProcessingRegister>(),
            provider.GetRequiredService<PersonalDataMap>(),
            provider.GetServices<IPersonalDataStore>(),
            provider.GetRequiredService<NoticeVersions>(),
            provider.GetRequiredService<NoticeCampaigns>(),
            provider.GetLedgerStore(),
            provider.GetSubjectDirectory(),
            provider.GetRequiredService<IClock>()));
        services.TryAddScoped(provider => new NoticeSending(
            new SendingAccess(
                provider.GetRequiredService<ProcessingRegister>(),
                provider.GetRequiredService<NoticeVersions>(),
                provider.GetRequiredService<LedgerStreams>(),
                provider.GetLedgerStore(),
                provider.GetSubjectDirectory(),
                provider.GetContacts(),
                provider.GetTransport(),
                provider.GetLinks(),
                provider.GetRequiredService<LedgerGuard>()),
            provider.GetRequiredService<IOptions<NoticeMailOptions>>().Value,
            provider.GetRequiredService<IClock>(),
            provider.GetService<ILogger<NoticeSending>>()));
    }

    private static IContactSource GetContacts(this IServiceProvider provider) => provider.GetService<IContactSource>() ?? throw new InvalidOperationException(
        $"{NoticeMessages.NoContacts}: people are to be told of a notice, and nothing says how they are reached. Register an IContactSource; the packages GdprKit.EntityFrameworkCore and GdprKit.InMemory have one.");

    private static INoticeTransport GetTransport(this IServiceProvider provider) => provider.GetService<INoticeTransport>() ?? throw new InvalidOperationException(
        $"{NoticeMessages.NoTransport}: people are to be told of a notice by mail, and nothing delivers mail. Register an INoticeTransport; the package GdprKit.MailKit has one for SMTP and one for a folder.");

    private static INoticeLinks GetLinks(this IServiceProvider provider) => provider.GetService<INoticeLinks>() ?? throw new InvalidOperationException(
        $"{NoticeMessages.NoLinks}: people are to be told of a notice, and nothing says where they can read it. Register an INoticeLinks; the package GdprKit.AspNetCore has one.");
}
