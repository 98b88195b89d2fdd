using Microsoft.AspNetCore.Mvc.Rendering;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>A step as it is offered on the page of a request.</summary>
/// <param name="Step">The step.</param>
/// <param name="Form">What was filled in, or nothing yet.</param>
/// <param name="Choices">What can be chosen; empty where nothing is.</param>
/// <param name="Fault">What is wrong with what was filled in; <see langword="null"/> for nothing.</param>
/// <param name="First">The first day that can be filled in.</param>
/// <param name="Today">The last one.</param>
public sealed record StepCard(HandlingStep Step, StepForm Form, IReadOnlyList<SelectListItem> Choices, StepFault? Fault, string First, string Today)
{
    public bool AsksText => Step is HandlingStep.Ask or HandlingStep.Answered or HandlingStep.Doubt or HandlingStep.RefuseInPart or HandlingStep.Refuse
        or HandlingStep.Extend or HandlingStep.Copy or HandlingStep.Fulfil or HandlingStep.Reopen;

    public bool AsksDay => Step is HandlingStep.Ask or HandlingStep.Answered or HandlingStep.Doubt or HandlingStep.Identified or HandlingStep.Extend
        or HandlingStep.Erased or HandlingStep.Fulfil or HandlingStep.Withdraw;

    /// <summary>Where its fields are on the page.</summary>
    public string ElementId => $"step-{Step}";

    public string? FaultAt(StepField field) => Fault is { } fault && fault.Field == field ? fault.Text : null;
}
