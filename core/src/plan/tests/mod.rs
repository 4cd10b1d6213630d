mod choices;
mod made;
mod optimum;
mod refused;
