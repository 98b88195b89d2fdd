namespace GdprKit;

/// <summary>Data leave the European Economic Area only with something that protects them there (Chapter V).</summary>
internal static class TransferCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) => register.Recipients.SelectMany(Find);

    private static IEnumerable<RegisterFault> Find(Recipient recipient)
    {
        var path = $"{RegisterPath.Of(recipient)}/transfers";
        return
        [
            .. IsOutside(recipient.Country) && !recipient.Transfers.Any(transfer => transfer.Country == recipient.Country || transfer.Organisation is not null)
                ? [RegisterFaults.TransferMissing(path, recipient.Country)]
                : Enumerable.Empty<RegisterFault>(),
            .. recipient.Transfers.SelectMany((transfer, index) => Find(transfer, $"{path}/{index}")),
        ];
    }

    private static IEnumerable<RegisterFault> Find(Transfer transfer, string path)
    {
        if (transfer.Country is null == transfer.Organisation is null)
        {
            yield return RegisterFaults.TransferDestination(path);
        }

        if (transfer.Country is { } country)
        {
            if (country == default)
            {
                yield return RegisterFaults.CountryMissing($"{path}/country", "transfer", "TransfersTo(country, safeguard)");
            }
            else if (!IsOutside(country))
            {
                yield return RegisterFaults.TransferNeedless($"{path}/country", country);
            }
        }

        if (transfer.Safeguard is null or TransferSafeguard.AdequacyDecision { Decision: null })
        {
            yield return RegisterFaults.SafeguardMissing($"{path}/safeguard");
        }
        else if (transfer is { Safeguard: not TransferSafeguard.AdequacyDecision, Assessment: null })
        {
            yield return RegisterFaults.TransferAssessmentMissing($"{path}/assessment");
        }
    }

    private static bool IsOutside(CountryCode country) => country != default && !country.IsInEuropeanEconomicArea;
}
