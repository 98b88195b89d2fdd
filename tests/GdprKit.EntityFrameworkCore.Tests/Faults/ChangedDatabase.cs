namespace GdprKit.EntityFrameworkCore.Faults;

/// <summary>What every question to a database that is no longer as the model says must come to.</summary>
internal static class ChangedDatabase
{
    public static async Task CheckAsync(Workshop workshop, Type cause)
    {
        var token = TestContext.Current.CancellationToken;
        foreach (var asking in (Func<Task>[])
        [
            async () => await workshop.Retention.PreviewAsync(token),
            async () => await workshop.Retention.ForecastAsync(cancellationToken: token),
            async () => await workshop.Retention.CompareAsync(TestRegisters.Shop(), token),
            async () => await workshop.Retention.ExplainAsync(SubjectId.Of(ShopKeys.Customers, 1), token).ToListAsync(token),
        ])
        {
            var exception = (await asking.Should().ThrowAsync<PersonalDataStoreException>()).Which;
            exception.Message.Should().Be(
                $"GDPR3005: WorkshopContext did not answer what it was asked about {exception.Entity} ({cause.Name}); what it answered before is dropped, and nothing was changed. "
                + "See that it can be reached, and that its tables and columns are those of the model that the application started with; then ask again. The inner exception says what it answered.");
            exception.InnerException.Should().BeOfType(cause);
            exception.ToString().Should().NotContain("Canary");
        }
    }
}
